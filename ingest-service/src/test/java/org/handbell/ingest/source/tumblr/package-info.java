@NullMarked
package org.handbell.ingest.source.tumblr;

import org.jspecify.annotations.NullMarked;
