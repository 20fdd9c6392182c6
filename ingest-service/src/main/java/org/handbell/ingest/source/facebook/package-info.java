/// Facebook Pages, by the Graph API. Groups and personal profiles have no interface.
@NullMarked
package org.handbell.ingest.source.facebook;

import org.jspecify.annotations.NullMarked;
