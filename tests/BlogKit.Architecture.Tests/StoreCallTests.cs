using System.Collections;
using System.Reflection;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Architecture;

/// <summary>
/// What belongs to a blog is asked for by the blog and its identity: an identity alone cannot be partitioned, and callers know their blog.
/// That a call with another blog's finds nothing is in the kit (<c>BlogBoundarySpecification</c>).
/// </summary>
public sealed class StoreCallTests
{
    private static readonly Dictionary<string, string> s_acrossBlogs = new(StringComparer.Ordinal)
    {
        ["IBlogStore.FindByKeyAsync"] = "It finds the blog.",
        ["IBlogStore.ListAllAsync"] = "It lists the blogs.",
        ["IAutosaveStore.DeleteAutosavesAsync"] = "Upkeep: what is too old goes, whatever blog it is of.",
        ["ICommentUpkeepStore.ListStaleAsync"] =
            "Upkeep: another version of the renderer makes comments of every blog stale, and each says its own.",
        ["ILearningStore.FindModelAsync"] = "A model is a policy's, for one blog or for all of them: its key says which.",
        ["ILearningStore.ReadModelVersionAsync"] = "As FindModelAsync.",
        ["ILearningStore.SaveModelAsync"] = "As FindModelAsync.",
        ["ILearningStore.RemoveModelAsync"] = "As FindModelAsync.",
        ["IStoreSchema.ApplyAsync"] = "The schema is that of the whole store.",
        ["IStoreSchema.CheckAsync"] = "As ApplyAsync.",
        ["IStoreSchema.CheckWritingAsync"] = "As ApplyAsync.",
    };

    private static IEnumerable<MethodInfo> Calls => typeof(ICommentStore).Assembly.GetExportedTypes()
        .Where(static t => t.IsInterface && (t.Name.EndsWith("Store", StringComparison.Ordinal) || t == typeof(IStoreSchema)))
        .SelectMany(static t => t.GetMethods());

    [Fact]
    public void Every_call_of_a_store_says_its_blog_or_stands_in_the_list_with_its_reason()
    {
        var without = Calls.Where(static m => !SaysItsBlog(m)).Select(Name).Order(StringComparer.Ordinal);

        without.Should().Equal(s_acrossBlogs.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_identity_alone_is_found_and_one_with_its_blog_is_none()
    {
        SaysItsBlog(typeof(IExamples).GetMethod(nameof(IExamples.FindAsync))!).Should().BeFalse();
        SaysItsBlog(typeof(IExamples).GetMethod(nameof(IExamples.FindManyAsync))!).Should().BeFalse();
        SaysItsBlog(typeof(IExamples).GetMethod(nameof(IExamples.PurgeAsync))!)
            .Should().BeFalse("the record does not say whose the identity beside it is");
        SaysItsBlog(typeof(IExamples).GetMethod(nameof(IExamples.FindOfBlogAsync))!).Should().BeTrue();
        SaysItsBlog(typeof(IExamples).GetMethod(nameof(IExamples.UpdateAsync))!).Should().BeTrue();
        SaysItsBlog(typeof(IExamples).GetMethod(nameof(IExamples.ImportAsync))!).Should().BeTrue();
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static bool SaysItsBlog(MethodInfo method)
    {
        var types = method.GetParameters().Select(static p => Single(p.ParameterType)).ToArray();
        return types.Contains(typeof(BlogId)) || (!types.Any(IsIdentity) && types.Any(t => HasBlog(t, depth: 2)));
    }

    // What is in a collection, or may be null, is looked at itself.
    private static Type Single(Type type) => Nullable.GetUnderlyingType(type)
        ?? (type != typeof(string) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)
            ? type.GetGenericArguments()[0]
            : type);

    private static bool IsIdentity(Type type) =>
        type.IsValueType && type.Assembly == typeof(BlogId).Assembly && type.Name.EndsWith("Id", StringComparison.Ordinal);

    // A change or an addition holds the comment or the post, which says its blog.
    private static bool HasBlog(Type type, int depth) => type.Assembly == typeof(BlogId).Assembly && type.GetProperties().Any(p =>
        p.PropertyType == typeof(BlogId) || (depth > 1 && HasBlog(p.PropertyType, depth - 1)));

    private interface IExamples
    {
        Task FindAsync(CommentId id);

        Task FindManyAsync(IReadOnlyCollection<PostId> ids);

        Task PurgeAsync(CommentId id, ModerationRecord record);

        Task FindOfBlogAsync(BlogId blogId, CommentId id);

        Task UpdateAsync(CommentChange change);

        Task ImportAsync(IReadOnlyCollection<Comment> comments);
    }
}
