/// The models under test from outside: operations by name, cases with inputs and expected results
/// in files, and the comparison of the two. Values are those of JSON: maps, lists, texts, numbers,
/// booleans and null. Which library reads JSON is the caller's choice; mathematics does not belong
/// here.
///
/// A module offers operations of its own as an [rubicon.model.reference.Operations] that
/// `META-INF/services` names.
@NullMarked
package rubicon.model.reference;

import org.jspecify.annotations.NullMarked;
