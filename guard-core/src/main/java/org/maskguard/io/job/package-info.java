/// From the bytes of a print job to the G-code text of each of its plates, whatever containers it comes in: gzip,
/// zip, 3MF packages of Bambu Studio and OrcaSlicer, binary G-code, MeatPack.
///
/// Everything streams: what is kept does not grow with the file.
package org.maskguard.io.job;
