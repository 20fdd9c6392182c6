/// What the tests of all modules share: house rules, a broker, a database.
@NullMarked
package org.handbell.test;

import org.jspecify.annotations.NullMarked;
