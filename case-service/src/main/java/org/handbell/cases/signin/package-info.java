/// Who is at the desk.
@NullMarked
package org.handbell.cases.signin;

import org.jspecify.annotations.NullMarked;
