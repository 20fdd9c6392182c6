/// Threads: accounts that gave their own token, and public ones where Meta granted discovery.
@NullMarked
package org.handbell.ingest.source.threads;

import org.jspecify.annotations.NullMarked;
