/// What a run amounts to: rates with their intervals, pass rules, and the files that say so.
package org.maskguard.suite.report;
