/// Runs a guard over the cases of a suite: any guard, by the exit status and JSON of its command alone.
package org.maskguard.suite.run;
