/// Making examples, training the model and writing its card.
package org.maskguard.train;
