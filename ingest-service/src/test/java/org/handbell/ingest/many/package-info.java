/// Proofs over many accounts: nothing is lost or told twice over kills, and ten thousand accounts
/// are read in time.
@NullMarked
package org.handbell.ingest.many;

import org.jspecify.annotations.NullMarked;
