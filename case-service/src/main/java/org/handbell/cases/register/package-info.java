/// The register of accounts and groups, with the gates before the first pull.
@NullMarked
package org.handbell.cases.register;

import org.jspecify.annotations.NullMarked;
