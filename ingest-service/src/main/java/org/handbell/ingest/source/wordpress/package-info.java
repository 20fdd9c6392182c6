/// Blogs made with WordPress, by the interface that WordPress itself offers to strangers.
@NullMarked
package org.handbell.ingest.source.wordpress;

import org.jspecify.annotations.NullMarked;
