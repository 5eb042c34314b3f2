namespace BlogKit.Tests.Actors;

public sealed class ActorTests
{
    [Fact]
    public void Nobody_in_particular_owns_and_may_nothing() =>
        Actor.Anonymous.Should().BeEquivalentTo(new
        {
            Key = (string?)null,
            CanWrite = false,
            CanPublish = false,
            CanEditOthers = false,
            CanModerate = false,
            CanAdminister = false,
        });

    [Theory]
    [InlineData(BlogRoles.None, false, false, false, false, false)]
    [InlineData(BlogRoles.Contributor, true, false, false, false, false)]
    [InlineData(BlogRoles.Author, true, true, false, false, false)]
    [InlineData(BlogRoles.Moderator, false, false, false, true, false)]
    [InlineData(BlogRoles.Editor, true, true, true, true, false)]
    [InlineData(BlogRoles.Administrator, true, true, true, true, true)]
    public void Roles_give_rights(BlogRoles roles, bool write, bool publish, bool editOthers, bool moderate, bool administer)
    {
        var actor = Actor.User("u", "U", roles: roles);

        (actor.CanWrite, actor.CanPublish, actor.CanEditOthers, actor.CanModerate, actor.CanAdminister)
            .Should().Be((write, publish, editOthers, moderate, administer));
    }

    [Fact]
    public void A_guest_is_known_by_a_hash_of_their_secret()
    {
        const string Secret = "0123456789abcdef";

        Actor.Guest(Secret).Key.Should().Be(Actor.Guest(Secret).Key);
        Actor.Guest(Secret).Key.ToString().Should().StartWith("guest:").And.NotContain(Secret);
    }

    [Fact]
    public void A_short_secret_is_none()
    {
        var act = () => Actor.Guest("0123456789abcde");

        act.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("", "Name")]
    [InlineData(" ", "Name")]
    [InlineData("key", "")]
    [InlineData("a\0b", "Name")]
    public void A_user_has_a_key_and_a_name_that_can_be_stored(string key, string name)
    {
        var act = () => Actor.User(key, name);

        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task An_authors_roles_end_at_their_blog()
    {
        await using var blog = await TestBlog.StartAsync();

        blog.EditorActor.ForBlog(blog.Blog.Id).CanModerate.Should().BeTrue();
        blog.EditorActor.ForBlog(new BlogId(Guid.NewGuid())).CanModerate.Should().BeFalse();
    }

    [Fact]
    public void The_hosts_users_have_their_roles_in_every_blog() =>
        Actor.User("u", "U", roles: BlogRoles.Moderator).ForBlog(new BlogId(Guid.NewGuid())).CanModerate.Should().BeTrue();
}
