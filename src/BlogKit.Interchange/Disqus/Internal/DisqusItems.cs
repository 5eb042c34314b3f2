namespace BlogKit.Interchange.Internal;

/// <summary>Makes the items of an export that cannot be brought in.</summary>
internal static class DisqusItems
{
    public static UnusableItem Unusable(DisqusFields fields, string kind, string id, string reason) =>
        new() { OriginalId = id, Kind = kind, Place = fields.Place, Reason = reason };

    /// <summary>Makes the item of what has no identifier.</summary>
    public static UnusableItem Nameless(DisqusFields fields, string kind) =>
        Unusable(fields, kind, fields.Place.ToString(), "It has no dsq:id, by which it could be found again.");

    /// <summary>Makes the item of what was told before; its place is its identifier, because its own is taken.</summary>
    public static UnusableItem Again(DisqusFields fields, string kind, string id) =>
        Unusable(fields, kind, fields.Place.ToString(), $"The {kind} {id} is there again; the first was taken.");

    /// <summary>Returns the reason that a value is not known.</summary>
    public static string Unknown(string name, string? value, string consequence) =>
        $"Its {name} '{Texts.Start(value ?? "")}' is neither true nor false, so {consequence}.";
}
