using System.Reflection;
using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.Registration;

public sealed class StoreRolesTests
{
    private static readonly Type[] Roles =
    [
        .. typeof(ICommentStore).Assembly.GetExportedTypes()
            .Where(static type => type != typeof(IMediaStore)) // keeps files beside the store
            .Where(
                static type => type.IsInterface && (type.Name.EndsWith("Store", StringComparison.Ordinal) || type == typeof(IStoreSchema))),
    ];

    public static TheoryData<string> NeededRoles =>
        [.. StoreRole.All.Where(static role => role.Absent is null).Select(static role => role.Type.Name)];

    [Fact]
    public async Task One_object_plays_every_role()
    {
        await using var provider = Build(static roles => roles.Add(static _ => new InMemoryStore()));

        Roles.Select(provider.GetRequiredService).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_role_can_have_a_player_of_its_own()
    {
        var own = new InMemoryStore();

        await using var provider = Build(roles => roles.Add(static _ => new InMemoryStore()).Add<IAutosaveStore>(_ => own));

        (provider.GetRequiredService<IAutosaveStore>(), provider.GetRequiredService<IBanStore>())
            .Should().Match<(IAutosaveStore, IBanStore)>(
                found => ReferenceEquals(found.Item1, own) && !ReferenceEquals(found.Item2, own));
    }

    [Fact]
    public async Task Who_is_added_later_plays_the_role()
    {
        var second = new InMemoryStore();

        await using var provider = Build(roles => roles.Add<IAutosaveStore>(static _ => new InMemoryStore()).Add(_ => second));

        provider.GetRequiredService<IAutosaveStore>().Should().BeSameAs(second);
    }

    [Fact]
    public async Task The_object_may_be_a_service_of_the_application()
    {
        var services = new ServiceCollection();
        services.AddSingleton<InMemoryStore>();
        services.AddBlogKit().UseStore(static roles => roles.Add(static s => s.GetRequiredService<InMemoryStore>()));
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IPostStore>().Should().BeSameAs(provider.GetRequiredService<InMemoryStore>());
    }

    [Fact]
    public void A_type_without_a_role_is_refused_with_the_roles_there_are()
    {
        var act = () => Build(static roles => roles.Add(static _ => new object()));

        act.Should().Throw<ArgumentException>().WithMessage("System.Object plays no role of a store*IBlogStore*IStoreSchema*");
    }

    [Theory]
    [MemberData(nameof(NeededRoles))]
    public void A_role_that_nobody_plays_is_named(string role)
    {
        var services = new ServiceCollection();
        var builder = services.AddBlogKit();
        var before = services.Count;

        var act = () => builder.UseStore(roles => AddAllBut(role, roles));

        act.Should().Throw<InvalidOperationException>().WithMessage($"The store plays no {role}. *");
        services.Count.Should().Be(before);
    }

    [Fact]
    public async Task A_store_written_before_names_were_kept_says_that_it_keeps_none()
    {
        await using var provider = Build(static roles => AddAllBut(nameof(IDisplayNameStore), roles));
        var names = provider.GetRequiredService<IDisplayNameStore>();

        (await names.FindDisplayNameAsync(default, "ada", default)).Should().BeNull();
        (await names.DeleteDisplayNameAsync(default, "ada", default)).Should().BeFalse();
        var act = () => names.SaveDisplayNameAsync(new DisplayName(default, "ada", "Ada", default), default);
        (await act.Should().ThrowAsync<NotSupportedException>()).WithMessage("*IDisplayNameStore*");
    }

    [Fact]
    public async Task A_store_written_before_names_were_kept_still_takes_comments()
    {
        await using var provider = Build(static roles => AddAllBut(nameof(IDisplayNameStore), roles));
        await provider.PrepareBlogKitAsync();
        var blog = (await provider.GetRequiredService<BlogService>().CreateAsync(new NewBlog("test", "A test"), Actor.System)).Value;
        var author = (await provider.GetRequiredService<AuthorService>().CreateAsync(new NewAuthor(blog.Id, "Ada"), Actor.System)).Value;
        var posts = provider.GetRequiredService<PostService>();
        var draft = (await posts.CreateAsync(new NewPost(blog.Id, "A post", "Some text.") { AuthorIds = [author.Id] }, Actor.System)).Value;
        var post = (await posts.PublishAsync(draft.BlogId, draft.Id, Actor.System, draft.Version)).Value;

        var sent = await provider.GetRequiredService<CommentService>().SubmitAsync(
            new NewComment(post.BlogId, post.Id, "Hello.") { Name = "Ben", Email = "ben@example.org" }, Actor.Anonymous);

        sent.Succeeded.Should().BeTrue();
    }

    private static ServiceProvider Build(Action<StoreRoles> configure)
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseStore(configure);
        return services.BuildServiceProvider();
    }

    private static void AddAllBut(string left, StoreRoles roles)
    {
        var store = new InMemoryStore();
        foreach (var role in Roles.Where(role => role.Name != left))
        {
            typeof(StoreRolesTests)
                .GetMethod(nameof(AddOne), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(role)
                .Invoke(null, [roles, store]);
        }
    }

    private static void AddOne<TRole>(StoreRoles roles, object store)
        where TRole : class => roles.Add<TRole>(_ => (TRole)store);
}
