/// What a school answers to the reviews on its own page on Trustpilot.
@NullMarked
package org.handbell.ingest.source.trustpilot;

import org.jspecify.annotations.NullMarked;
