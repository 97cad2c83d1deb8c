/// What a rule's alert does over time: its states, its episodes, and the machine that moves it by
/// one input. Pure: time, data and people come in as values, and what should be written, sent or
/// waited for comes out as values. Storing, sending and silencing do not belong here.
@NullMarked
package rubicon.model.alert;

import org.jspecify.annotations.NullMarked;
