/// The one door: [org.maskguard.Guard] judges a file, and everything in front of it knows nothing else.
package org.maskguard;
