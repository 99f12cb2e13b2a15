/// The suite as a list of cases: what each is, which verdicts are right for it, and its file, made when it is asked
/// for.
package org.maskguard.suite.bench;
