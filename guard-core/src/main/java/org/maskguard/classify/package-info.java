/// From a fitted face to a [Verdict]: features, statistical model, calibration, categories, rules.
package org.maskguard.classify;
