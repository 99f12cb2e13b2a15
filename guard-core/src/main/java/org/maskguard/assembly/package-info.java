/// Bodies that a thing was cut into: where they were cut, and how they go together again.
package org.maskguard.assembly;
