package org.handbell.standalone.welcome;

/// x
public class WelcomeConfiguration {}
