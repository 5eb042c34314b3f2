using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>One role of a store.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Absent">
/// What stands in for the role where a store does not play it; null for those without which there is no blog. From 1.0 on every new role
/// has one.
/// </param>
internal sealed record StoreRole(Type Type, object? Absent = null)
{
    /// <summary>Every role there is; the only list of them.</summary>
    public static ImmutableArray<StoreRole> All { get; } =
    [
        new(typeof(IBlogStore)),
        new(typeof(IPostStore)),
        new(typeof(IAutosaveStore)),
        new(typeof(IAuthorStore)),
        new(typeof(ITaxonomyStore)),
        new(typeof(IFooterStore)),
        new(typeof(ICommentStore)),
        new(typeof(ICommentIntakeStore)),
        new(typeof(ICommentChangeStore)),
        new(typeof(ICommentUpkeepStore)),
        new(typeof(IFeedbackStore)),
        new(typeof(IThreadStore)),
        new(typeof(ISearchStore)),
        new(typeof(IModerationStore)),
        new(typeof(IModerationLogStore)),
        new(typeof(IFlagStore)),
        new(typeof(IBanStore)),
        new(typeof(ILearningStore)),
        new(typeof(IDisplayNameStore), new NoDisplayNames()),
        new(typeof(IChangeStore), new NoChanges()),
        new(typeof(IOriginStore), new NoOrigins()),
        new(typeof(IRedirectStore), new NoRedirects()),
        new(typeof(ITransferStore), new NoTransfer()),
        new(typeof(IStoreSchema)),
    ];

    public static string Names(IEnumerable<StoreRole> roles) => string.Join(", ", roles.Select(static role => role.Type.Name));
}
