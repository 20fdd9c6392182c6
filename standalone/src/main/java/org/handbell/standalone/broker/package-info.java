/// How an operator's commands reach the broker: an open one, or one with TLS and passwords.
@NullMarked
package org.handbell.standalone.broker;

import org.jspecify.annotations.NullMarked;
