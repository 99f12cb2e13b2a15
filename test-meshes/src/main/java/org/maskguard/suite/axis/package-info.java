/// What is done to a mask's mesh or file, one thing at a time, and which verdict is right then.
package org.maskguard.suite.axis;
