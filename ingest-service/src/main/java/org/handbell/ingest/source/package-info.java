/// The port behind which each platform is read, and what all sources share.
@NullMarked
package org.handbell.ingest.source;

import org.jspecify.annotations.NullMarked;
