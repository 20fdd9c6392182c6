@NullMarked
package org.handbell.ingest.source.snapchat;

import org.jspecify.annotations.NullMarked;
