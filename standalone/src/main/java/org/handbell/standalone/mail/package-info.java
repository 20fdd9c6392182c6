/// The mail catcher: takes every mail over real SMTP and shows it, sends none on.
@NullMarked
package org.handbell.standalone.mail;

import org.jspecify.annotations.NullMarked;
