/// What a service needs of its broker and its database before it starts, and how a refusal is said:
/// everything that is wrong at once, each with what mends it.
@NullMarked
package org.handbell.contract.start;

import org.jspecify.annotations.NullMarked;
