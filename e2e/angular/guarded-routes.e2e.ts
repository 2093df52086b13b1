import { describeEachMajor, expect, test } from '../harness/router-test';

const GUARDED = ['/eager', '/parent/child', '/matched', '/lazy/child', '/lazy-component'] as const;

/** Routes under a guard that calls the guard. */
const CALLED = ['/called', '/called-lazy/child'] as const;

describeEachMajor((core) => {
  for (const route of [...GUARDED, ...CALLED]) {
    const details = CALLED.some((called) => called === route) ? {} : core;
    test(`${route} is left at a sign-out, in this tab and in another`, details, async ({ tab }) => {
      await tab.signIn('ada');
      const other = await tab.openAnotherTab('ada', route);
      await tab.goTo(route);
      expect([tab.route, other.route]).toEqual([route, route]);
      const lengths = [await tab.historyLength(), await other.historyLength()];

      await tab.beginSignOut();

      for (const each of [tab, other]) {
        expect(await each.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: route });
        await expect(each.shown).toHaveText('signed-out: 0');
        await expect(each.people).toHaveText('');
        expect(await each.msal.accounts()).toEqual([]);
      }
      expect([await tab.historyLength(), await other.historyLength()]).toEqual(lengths);
      await other.page.goBack();
      await expect(other.shown).toHaveText(': 0');
      expect(other.route).toBe('/');
    });
  }
});
