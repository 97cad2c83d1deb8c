package rubicon.model.catalogue;

/// Terms under which the values may travel on.
///
/// @param id an SPDX identifier where there is one, else the terms in words
public record Licence(String id, Export export) {}
