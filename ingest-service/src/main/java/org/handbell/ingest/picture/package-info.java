/// Looks at the pictures that posts name, in memory alone: words legible in them, registered marks,
/// and whether a file says where it was taken. Nothing of a picture goes on but text and flags,
/// except where a post under a case may keep its pictures. What a picture shows is never judged
/// here.
@NullMarked
package org.handbell.ingest.picture;

import org.jspecify.annotations.NullMarked;
