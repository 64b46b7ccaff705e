using EcsTools.Client;
using EcsTools.Model;
using EcsTools.Model.Logs;
using static EcsTools.Tests.Client.Calls;

namespace EcsTools.Tests.Client;

/// <summary>Omitted settings, from the environment and the AWS files.</summary>
[Collection(AloneCollection.Name)]
public sealed class ConfigurationTests
{
    private static readonly EcsClientSettings Keys = new() { AccessKey = AccessKey, SecretKey = SecretKey };

    [Fact]
    public async Task The_region_of_the_settings_comes_before_the_variables_and_these_before_the_profile()
    {
        using var environment = new AwsEnvironment().Config("[profile there]\nregion = eu-north-1\n");
        Assert.Equal("eu-north-1", await RegionAsync(Keys with { ProfileName = "there" }));
        environment.Set("AWS_DEFAULT_REGION", "eu-south-1");
        Assert.Equal("eu-south-1", await RegionAsync(Keys with { ProfileName = "there" }));
        environment.Set("AWS_REGION", "eu-west-2");
        Assert.Equal("eu-west-2", await RegionAsync(Keys with { ProfileName = "there" }));
        Assert.Equal("eu-west-3", await RegionAsync(Keys with { ProfileName = "there", Region = "eu-west-3" }));
    }

    [Fact]
    public void Files_that_are_written_anew_are_read_anew()
    {
        using var environment = new AwsEnvironment();
        var hourAgo = DateTime.UtcNow.AddHours(-1);
        foreach (var region in new[] { "eu-north-1", "eu-south-1", "eu-north-1" })
        {
            environment.Config($"[profile there]\nregion = {region}\n");
            File.SetLastWriteTimeUtc(AwsSandbox.ConfigFile, hourAgo = hourAgo.AddMinutes(1)); // old enough to be remembered
            for (var time = 0; time < 2; time++) Assert.Equal($"https://ecs.{region}.amazonaws.com/", EndpointOf("there"));
        }
    }

    [Fact]
    public void Files_that_were_just_written_are_not_remembered()
    {
        using var environment = new AwsEnvironment();
        for (var time = 0; time < 20; time++)
        {
            var region = time % 2 == 0 ? "eu-north-1" : "eu-south-1";
            environment.Config($"[profile there]\nregion = {region}\n");
            Assert.Equal($"https://ecs.{region}.amazonaws.com/", EndpointOf("there"));
        }
    }

    [Fact]
    public void A_link_is_as_old_as_what_it_points_at()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes privileges on Windows.");
        using var environment = new AwsEnvironment();
        var link = Path.Combine(AwsSandbox.Folder, "link");
        File.CreateSymbolicLink(link, AwsSandbox.ConfigFile);
        environment.Set("AWS_CONFIG_FILE", link);
        var hourAgo = DateTime.UtcNow.AddHours(-1);
        foreach (var region in new[] { "eu-north-1", "eu-south-1" })
        {
            environment.Config($"[profile there]\nregion = {region}\n");
            File.SetLastWriteTimeUtc(AwsSandbox.ConfigFile, hourAgo = hourAgo.AddMinutes(1));
            Assert.Equal($"https://ecs.{region}.amazonaws.com/", EndpointOf("there"));
        }

        File.Delete(link);
    }

    [Fact]
    public void Without_a_region_the_error_says_how_to_give_one()
    {
        var e = Assert.Throws<EcsException>(() => Connect(Keys));
        Assert.Equal("RegionNotFound", e.ErrorCode);
        Assert.All(["-Region", "Set-EcsContext", "AWS_REGION", "profile"], said => Assert.Contains(said, e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, "services = local\n", null, "http://service.test/")]
    [InlineData(null, null, "", null, "http://profile.test/")]
    [InlineData(null, "http://variable.test", "services = local\n", null, "http://variable.test/")]
    [InlineData("http://ecs-variable.test", "http://variable.test", "", null, "http://ecs-variable.test/")]
    [InlineData("http://ecs-variable.test", "http://variable.test", "", "true", "https://ecs.eu-west-1.amazonaws.com/")]
    [InlineData(null, null, "ignore_configured_endpoint_urls = true\n", null, "https://ecs.eu-west-1.amazonaws.com/")]
    public void The_endpoint_URL_comes_from_the_most_special_place(string? forEcs, string? forAll, string inProfile, string? ignore, string expected)
    {
        using var environment = new AwsEnvironment()
            .Set("AWS_ENDPOINT_URL_ECS", forEcs).Set("AWS_ENDPOINT_URL", forAll).Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", ignore)
            .Config("[profile p]\nregion = eu-west-1\nendpoint_url = http://profile.test\n" + inProfile
                + "[services local]\necs =\n  endpoint_url = http://service.test\n");
        var settings = new EcsClientSettings { ProfileName = "p" };
        Assert.Equal(expected, ResolvedSettings.From(settings).Endpoint.AbsoluteUri);
        Assert.Equal("http://given.test/", ResolvedSettings.From(settings with { EndpointUrl = "http://given.test" }).Endpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", null, "http://variable.test/")]
    [InlineData("AWS_ENDPOINT_URL", null, "http://variable.test/")]
    [InlineData("AWS_ENDPOINT_URL_ECS", null, "https://logs.eu-west-1.amazonaws.com/")]
    [InlineData("AWS_ENDPOINT_URL_ECS", "http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("AWS_ENDPOINT_URL_ECS", "https://vpce-1.ecs.eu-west-1.vpce.amazonaws.com", "https://logs.eu-west-1.amazonaws.com/")]
    [InlineData("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "https://ecs-fips.eu-west-1.api.aws", "http://variable.test/")]
    public void Another_service_has_its_own_endpoint_unless_an_emulator_serves_all(string variable, string? given, string expected)
    {
        using var environment = new AwsEnvironment().Set(variable, "http://variable.test");
        var settings = new EcsClientSettings { Region = "eu-west-1", EndpointUrl = given };
        Assert.Equal(expected, ResolvedSettings.From(settings, LogsOperations.Service).Endpoint.AbsoluteUri);
    }

    [Fact]
    public void A_configured_endpoint_that_is_no_URL_is_an_error()
    {
        using var environment = new AwsEnvironment().Set("AWS_ENDPOINT_URL_ECS", "127.0.0.1");
        var e = Assert.Throws<EcsException>(() => Connect(Keys with { Region = "eu-west-1" }));
        Assert.Equal("InvalidEndpoint", e.ErrorCode);
        Assert.Contains("AWS_ENDPOINT_URL_ECS", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "", "https://ecs-fips.us-east-1.amazonaws.com/")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "", "https://ecs.us-east-1.api.aws/")]
    [InlineData("NONE", "use_fips_endpoint = true\n", "https://ecs-fips.us-east-1.amazonaws.com/")]
    [InlineData("NONE", "use_dualstack_endpoint = true\n", "https://ecs.us-east-1.api.aws/")]
    public void FIPS_and_dual_stack_come_from_variables_and_the_profile_too(string variable, string inProfile, string expected)
    {
        using var environment = new AwsEnvironment().Set(variable, "true").Config($"[default]\nregion = us-east-1\n{inProfile}");
        Assert.Equal(expected, ResolvedSettings.From(new EcsClientSettings()).Endpoint.AbsoluteUri);
    }

    [Fact]
    public void The_attempts_come_from_the_settings_the_variable_the_profile_or_are_three()
    {
        var settings = new EcsClientSettings { Region = "eu-west-1" };
        using var environment = new AwsEnvironment();
        Assert.Equal(3, ResolvedSettings.From(settings).MaxAttempts);
        environment.Config("[default]\nmax_attempts = 5\n");
        Assert.Equal(5, ResolvedSettings.From(settings).MaxAttempts);
        environment.Set("AWS_MAX_ATTEMPTS", "7");
        Assert.Equal(7, ResolvedSettings.From(settings).MaxAttempts);
        Assert.Equal(1, ResolvedSettings.From(settings with { MaxAttempts = 1 }).MaxAttempts);
    }

    [Theory]
    [InlineData("AWS_MAX_ATTEMPTS", "many")]
    [InlineData("AWS_MAX_ATTEMPTS", "0")]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "perhaps")]
    public void A_variable_that_makes_no_sense_is_an_error_that_shows_it(string variable, string value)
    {
        using var environment = new AwsEnvironment().Set(variable, value);
        var e = Assert.Throws<EcsException>(() => Connect(Keys with { Region = "eu-west-1" }));
        Assert.Equal("InvalidConfiguration", e.ErrorCode);
        Assert.Contains($"'{value}'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_an_error_that_lists_those_that_do()
    {
        using var environment = new AwsEnvironment().Credentials("[one]\naws_access_key_id = a\naws_secret_access_key = b\n");
        var e = Assert.Throws<EcsException>(() => Connect(new EcsClientSettings { Region = "eu-west-1", ProfileName = "two" }));
        Assert.Equal("ProfileNotFound", e.ErrorCode);
        Assert.Contains("'two'", e.Message, StringComparison.Ordinal);
        Assert.Contains("one", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_profiles_of_both_files_are_listed_in_order()
    {
        var factory = new EcsClientFactory();
        Assert.Empty(factory.Profiles);
        using var environment = new AwsEnvironment()
            .Credentials("[zoo]\naws_access_key_id = a\naws_secret_access_key = b\n[ant]\naws_access_key_id = a\naws_secret_access_key = b\n")
            .Config("[profile bee]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = ant\n[profile zoo]\nregion = eu-west-1\n");
        Assert.Equal(["ant", "bee", "zoo"], factory.Profiles);
    }

    [Fact]
    public void Profiles_that_cannot_be_read_are_none()
    {
        using var environment = new AwsEnvironment().Set("AWS_SHARED_CREDENTIALS_FILE", AwsSandbox.Folder).Credentials("[[[\n=\n");
        Assert.Empty(new EcsClientFactory().Profiles);
    }

    [Fact]
    public async Task Warming_up_asks_nobody()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("{}"));
        using var environment = new AwsEnvironment().Set("AWS_ENDPOINT_URL_ECS", peer.Url);
        await new EcsClientFactory().WarmUpAsync();
        Assert.Empty(peer.Received);
    }

    private static string EndpointOf(string profile)
    {
        using var client = Connect(Keys with { ProfileName = profile });
        return client.Endpoint.AbsoluteUri;
    }

    private static async Task<string> RegionAsync(EcsClientSettings settings)
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        using var client = Connect(settings with { EndpointUrl = peer.Url });
        await client.ListClustersAsync();
        return new SigV4(Assert.Single(peer.Received)).Region;
    }
}
