/// Public profiles of Snapchat, which Snap shows to those alone whom it has listed.
@NullMarked
package org.handbell.ingest.source.snapchat;

import org.jspecify.annotations.NullMarked;
