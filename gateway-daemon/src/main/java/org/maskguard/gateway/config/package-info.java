/// The gateway's configuration: one TOML file, read whole or not at all, with every fault named at its line and column.
package org.maskguard.gateway.config;
