/// The accounts that the trust registered, as the register tells them.
@NullMarked
package org.handbell.ingest.account;

import org.jspecify.annotations.NullMarked;
