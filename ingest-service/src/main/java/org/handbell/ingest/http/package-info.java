/// The only way out of the trust's network for this service: bounded, polite, and closed to private
/// addresses.
@NullMarked
package org.handbell.ingest.http;

import org.jspecify.annotations.NullMarked;
