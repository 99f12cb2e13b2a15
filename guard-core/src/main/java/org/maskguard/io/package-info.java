/// From bytes to [Mesh]: one reader a format, each yielding finite geometry or one [Unreadable].
///
/// A file is known by its content, never by its name.
package org.maskguard.io;
