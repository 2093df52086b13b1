const BrowserEnvironment = require('../../jest.environment.cjs');

/** The page of the tests; after one has failed, the others are left out: a broken line need not be found twice. */
module.exports = class MutationEnvironment extends BrowserEnvironment {
  #hasFailed = false;

  /** @param {import('@jest/types').Circus.Event} event */
  handleTestEvent(event) {
    if (event.name === 'setup') this.global['testNamePattern'] = event.testNamePattern;
    if (event.name === 'run_describe_finish' && isSpecFile(event.describeBlock))
      this.closeChannels();
    if (event.name === 'test_fn_failure') this.#hasFailed = true;
    if (event.name === 'test_start' && this.#hasFailed) event.test.mode = 'skip';
  }
};

/** @param {import('@jest/types').Circus.DescribeBlock} block */
function isSpecFile({ parent }) {
  return parent !== undefined && parent.parent === undefined;
}
