CREATE TABLE "account_creations" (
	"org_id" text NOT NULL,
	"sandbox_name" text NOT NULL,
	"marker" text NOT NULL,
	"connection_spec_id" text NOT NULL,
	"sent_at" timestamp with time zone,
	"remote_id" text,
	"sweep_at" timestamp with time zone,
	"sweeps" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_creations_org_id_sandbox_name_marker_pk" PRIMARY KEY("org_id","sandbox_name","marker")
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "wake_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "wake_ups" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "sweep_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "sweeps" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "account_creations_sweep_at_index" ON "account_creations" USING btree ("sweep_at");--> statement-breakpoint
CREATE INDEX "runs_wake_at_index" ON "runs" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "runs_sweep_at_index" ON "runs" USING btree ("sweep_at");