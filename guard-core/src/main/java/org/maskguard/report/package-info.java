/// What people and programs are told of a verdict: the line of JSON, the pictures and the page.
package org.maskguard.report;
