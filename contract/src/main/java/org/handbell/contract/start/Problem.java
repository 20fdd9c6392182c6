package org.handbell.contract.start;

/// Something that keeps a service from starting.
///
/// @param what is wrong: what was found and what is wanted
/// @param remedy what to do about it; a command where there is one
public record Problem(String what, String remedy) {}
