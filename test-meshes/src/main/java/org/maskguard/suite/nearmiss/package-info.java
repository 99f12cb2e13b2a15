/// What looks like a mask, is worn like one or shows a face, and is none: each kind a row of its own in every report.
package org.maskguard.suite.nearmiss;
