namespace BlogKit;

/// <summary>Brings the schema from the version before to this one, inside the transaction of <see cref="SchemaVersions.Apply"/>.</summary>
/// <param name="Version">The version it leads to.</param>
/// <param name="Apply">What it does.</param>
internal sealed record SchemaStep(int Version, Action<SqliteSession> Apply);
