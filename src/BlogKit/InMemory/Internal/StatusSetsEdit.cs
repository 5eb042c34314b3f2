namespace BlogKit;

/// <summary><see cref="StatusSets"/> while they change.</summary>
internal sealed class StatusSetsEdit(StatusSets before)
{
    private readonly ImmutableSortedSet<CommentId>.Builder[] _sets = [.. before.Sets.Select(static set => set.ToBuilder())];

    public void Add(Comment comment) => _sets[(int)comment.Status].Add(comment.Id);

    public void Remove(Comment comment) => _sets[(int)comment.Status].Remove(comment.Id);

    public StatusSets ToSets() => new([.. _sets.Select(static set => set.ToImmutable())]);
}
