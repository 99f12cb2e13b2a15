package org.maskguard.gateway.daemon;

/// How one printer stands, at one moment.
///
/// @param name of the printer
/// @param closed why nothing is printed, one clause or several behind semicolons; empty where it is
///     open
/// @param host whether a host is connected
/// @param machine what the printer says that it is, as
///     [org.maskguard.gateway.commission.Machine#text()] writes it; empty where it has not said it
/// @param job the identifier of the job that it is at; empty where there is none
/// @param state of that job, as it stands in JSON; empty where there is none
public record PrinterStatus(String name, String closed, boolean host, String machine, String job, String state) {}
