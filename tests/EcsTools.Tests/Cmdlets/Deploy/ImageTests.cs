using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Deploy;

/// <summary>-Image: an image, or only the tag or digest of a later one.</summary>
public sealed class ImageTests
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("shop/web:1", "2.0", "shop/web:2.0")]
    [InlineData("shop/web:1", "v2", "shop/web:v2")]
    [InlineData("shop/web", "latest", "shop/web:latest")]
    [InlineData("shop/web:1", ":2.0", "shop/web:2.0")]
    [InlineData("shop/web:1", ":stable", "shop/web:stable")]
    [InlineData("shop/web:1", "web=2.0", "shop/web:2.0")]
    [InlineData("shop/web:1", "web=:2.0", "shop/web:2.0")]
    [InlineData("shop/web:1", "@{ web = ':2.0' }", "shop/web:2.0")]
    [InlineData("shop/web:1", "@{ web = '2.0' }", "shop/web:2.0")]
    [InlineData("shop/web:1", "3", "shop/web:3")]
    [InlineData("host:5000/app", "2.0", "host:5000/app:2.0")]
    [InlineData("host:5000/app:1", ":2.0", "host:5000/app:2.0")]
    [InlineData("123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1" + Digest, "2.0", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:2.0")]
    [InlineData("shop/web:1", "'" + Digest + "'", "shop/web" + Digest)]
    [InlineData("shop/web:1", "web=:2.0" + Digest, "shop/web:2.0" + Digest)]
    [InlineData("shop/web:1", "nginx", "nginx")]
    [InlineData("shop/web:1", "host:5000/app", "host:5000/app")]
    [InlineData("shop/web:1", "web=other/app:3", "other/app:3")]
    public void A_tag_or_a_digest_alone_keeps_the_repository(string present, string given, string image)
    {
        using var prompt = Shop.Open(instances: 0);
        var change = $"$null = Register-EcsTaskDefinition app -ContainerDefinition @{{ name = 'web'; image = '{present}'; memory = 8 }}; Copy-EcsTaskDefinition app -Image {given}";
        Assert.Equal(image, Assert.Single(prompt.Run(change).One<TaskDefinition>().ContainerDefinitions!).Image);
    }

    [Theory]
    [InlineData("'<IMAGE>'")]
    [InlineData("'${IMAGE}'")]
    [InlineData("'{{image}}'")]
    [InlineData("web:")]
    [InlineData("web=:")]
    [InlineData("'shop/web:1.0 beta'")]
    [InlineData("https://hub/web")]
    [InlineData("'@sha256:short'")]
    [InlineData("@{ web = 'a:b:c' }")]
    public void What_is_no_image_is_refused(string given)
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run($"Copy-EcsTaskDefinition web -Image {given}");
        Assert.StartsWith("InvalidImage,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(said.Output);
    }

    [Fact]
    public void A_service_is_updated_to_a_tag()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait; $null = Update-EcsService web -Image 2.0 -Wait").Clean();
        Assert.Equal("nginx:2.0", Assert.Single(prompt.Run("Get-EcsTaskDefinition web").One<TaskDefinition>().ContainerDefinitions!).Image);
    }
}
