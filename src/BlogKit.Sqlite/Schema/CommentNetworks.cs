namespace BlogKit;

/// <summary>Completes the networks of comments of before version 5.</summary>
internal static class CommentNetworks
{
    // Reads every comment that came from an IPv6 address, once per file, in the update of its schema.
    private static readonly Sql s_find = new(
        "schema.find-networks",
        "SELECT nr, remote_address FROM comments WHERE remote_address GLOB '*:*'");

    // By row number.
    private static readonly Sql s_set = new("schema.set-network", "UPDATE comments SET remote_network = ?2 WHERE nr = ?1");

    public static void Complete(SqliteSession session)
    {
        var found = new List<(long Nr, string Network)>();
        using (var row = session.Use(s_find))
        {
            while (row.Step())
            {
                if (CommentRows.Network(row.Text(1)) is { } network)
                {
                    found.Add((row.Int64(0), network));
                }
            }
        }

        foreach (var (nr, network) in found)
        {
            session.Use(s_set).With(nr).With(network).Execute();
        }
    }
}
