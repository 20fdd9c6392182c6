@NullMarked
package org.handbell.ingest.source.trustpilot;

import org.jspecify.annotations.NullMarked;
