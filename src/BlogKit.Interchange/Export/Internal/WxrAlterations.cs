namespace BlogKit.Interchange.Internal;

/// <summary>What is otherwise in the item that is being written.</summary>
internal sealed class WxrAlterations
{
    private readonly List<(string Member, string Detail)> _all = [];

    public void Add(string member, string detail) => _all.Add((member, detail));

    /// <summary>Returns all and forgets them.</summary>
    public IReadOnlyList<(string Member, string Detail)> Take()
    {
        if (_all.Count == 0)
        {
            return [];
        }

        (string, string)[] taken = [.. _all];
        _all.Clear();
        return taken;
    }
}
