using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProbModels.Generator.Frontend;

/// <summary>What variables and arrays hold at one point of the model. It never changes: to go back to a point is to take its state again.</summary>
/// <param name="Variables">Null for a variable whose value could not be read, which was reported.</param>
internal sealed record State(ImmutableDictionary<ISymbol, Content?> Variables, ImmutableDictionary<Storage, StorageState> Arrays)
{
    public static readonly State Empty = new(
        ImmutableDictionary.Create<ISymbol, Content?>(SymbolEqualityComparer.Default), ImmutableDictionary<Storage, StorageState>.Empty);
}
