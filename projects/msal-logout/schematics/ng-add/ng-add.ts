import type { Rule } from '@angular-devkit/schematics';
import { chain, noop } from '@angular-devkit/schematics';
import { addInterceptor } from './add-interceptor';
import { explainBase } from './base-href';
import { findApplication } from './find-application';
import type { NgAddOptions } from './ng-add-options';
import { addPopupReturnPage } from './popup-return-page';
import { provideLogout } from './provide-logout';
import { Report } from './report';
import { addSignedOutPage } from './signed-out-page';

/** `ng add msal-logout`: a page, its route, the providers. What is there already is left as it is. */
export default function ngAdd({ project, popupReturnPage }: NgAddOptions): Rule {
  return async (tree, { logger }) => {
    const application = await findApplication(tree, project);
    const report = new Report();
    if (application.name !== project) report.did(`the application is ${application.name}`);
    return chain([
      addSignedOutPage(application, report),
      (after) => provideLogout(after, application, report),
      (after) => addInterceptor(after, application, report),
      popupReturnPage ? addPopupReturnPage(application, report) : noop(),
      (after) => explainBase(after, application, report),
      () => report.print(logger),
    ]);
  };
}
