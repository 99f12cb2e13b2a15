/// Makes the guard's model from example faces and things, and measures it.
package org.maskguard.train;
