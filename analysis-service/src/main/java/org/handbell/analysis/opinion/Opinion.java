package org.handbell.analysis.opinion;

/// What the model says of one clause.
///
/// @param clause one that it was asked about
/// @param breach whether it thinks that the post may breach it
/// @param confidence how sure it says it is, 0 to 1
/// @param reason in its own words
record Opinion(String clause, boolean breach, double confidence, String reason) {}
